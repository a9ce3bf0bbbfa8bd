/** Whether what is drawn goes to paper, where nothing can be pressed. */
import { createContext, use } from 'react'

export const Paper = createContext(false)
export const useIsPaper = () => use(Paper)
